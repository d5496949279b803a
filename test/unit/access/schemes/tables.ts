import { readMatrix, readRoles } from '../role-table.ts';

// The schemes' tables, written down a second time from their documents.

export const cabinetTable = readRoles(`
  owner           | everything
  administrator   | project.* bot.* channel.* scenario.* intent.* external_request.* campaign.* audience.* report.view analytics.view history.view member.view invitation.view
  editor          | scenario.* project.view bot.view channel.view
  observer        | scenario.view project.view bot.view
  balance_manager | billing.*
  guest           |
`);

export const platformTable = readRoles(`
  admin    | member.* invitation.* campaign.* scenario.* number.* billing.* report.view workspace.rename,configure,delete role.define audit.* api_key.* project.* bot.* channel.*
  manager  | member.view campaign.* scenario.* number.* report.view
  operator | campaign.view,start,stop scenario.view number.view report.view
  viewer   | campaign.view scenario.view number.view report.view
  service  | scenario.view,update billing.* api.access api_key.* system.administer
`);

/** What an admin of a bot and a developer may do. */
const modules = `
  project.* bot.view,create,update,configure,export,import,delete channel.* scenario.* intent.* external_request.*
  campaign.* audience.* report.* analytics.* conversation.* ticket.* history.* ui.* database.view member.view`;
export const allModules = modules.replaceAll('\n', ' ');

export const botAccessTable = readRoles(`
  super_admin      | everything
  admin            | ${allModules}
  developer        | ${allModules}
  database_viewer  | database.view
  approver         | bot.approve,publish
  inbox_admin      | ticket.* conversation.*
  inbox_agent      | conversation.view,reply
  insights         | analytics.view report.view
  engagement_admin | campaign.* audience.*
  engagement_user  | campaign.view,schedule
`);

export const companyTable = readMatrix(`
                          | owner          | administrator | manager      | designer
  project                 | CRUD           | CRUD          | CRUD         | view
  bot                     | view, update   | view, update  | view, update | view
  channel                 | CRUD           | CRUD          | CRUD         | view
  scenario                | CRUD           | CRUD          | CRUD         | view, update
  scenario.replace        | yes            | yes           | yes          | yes
  bot.export              | yes            | yes           | yes          | yes
  bot.import              | yes            | yes           | yes          | no
  intent                  | CRUD           | CRUD          | CRUD         | CRUD
  external_request        | CRUD           | CRUD          | CRUD         | CRUD
  member                  | view, update, assign, remove | view, update, assign, remove | view | view
  invitation              | view, create, revoke         | view, create, revoke         | view | view
  owner                   | view, transfer | view          | view         | view
  workspace               | view, rename, configure, delete | view | view | view
  billing                 | CRUD           | view          | view         | view
  bot.create,delete       | yes            | yes           | yes          | no
  bot.configure,publish   | yes            | yes           | yes          | no
  audit.view,export       | yes            | yes           | no           | no
  role.define             | yes            | no            | no           | no
  api_key.*               | yes            | no            | no           | no
`);

export const agencyTable = readRoles(`
  admin  | bot.view,create,update,configure,publish,approve,export,import api_key.* member.* invitation.* project.view,create,update channel.view,create,update scenario.view,create,update ui.configure history.* workspace.rename,configure role.define audit.* billing.view
  client | bot.view,update ui.configure history.view,interact scenario.view,update
`);
