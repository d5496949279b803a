import type { Writer } from '../../../store/commit/statement.ts';
import type { IdentityChange } from '../changes.ts';

type Of<K extends IdentityChange['kind']> = Extract<IdentityChange, { kind: K }>;

const bound: Writer<Of<'email.bound'>> = (change, bind) => {
  const email = `${bind(change.email)}::text`;
  return [
    {
      name: 'person',
      sql: `update persons set email = ${email} where id = ${bind(change.personId)}::uuid and email is null
               and not exists (select 1 from persons where email = ${email}) returning 1`,
      expect: null,
    },
  ];
};

const requested: Writer<Of<'email.requested'>> = (change, bind, at) => {
  const email = `${bind(change.email)}::text`;
  const person = `${bind(change.personId)}::uuid`;
  const most = `${bind(change.most)}::int`;
  const isOver = `email_codes.since <= ${at.now} - interval '1 hour'`;
  return [
    {
      name: 'code',
      sql: `insert into email_codes (person_id, email, code_hash, since, expires_at)
            select ${person}, ${email}, ${bind(change.codeHash)}::bytea, ${at.now}, ${bind(change.expiresAt)}::timestamptz
             where (select coalesce(sum(sends), 0) from email_codes
                     where email = ${email} and person_id <> ${person} and since > ${at.now} - interval '1 hour') < ${most}
            on conflict (person_id) do update
               set email = excluded.email, code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0,
                   sends = case when ${isOver} then 1 else email_codes.sends + 1 end,
                   since = case when ${isOver} then excluded.since else email_codes.since end
             where ${isOver} or email_codes.sends < ${most}
            returning 1`,
      expect: 1,
    },
  ];
};

const missed: Writer<Of<'email.missed'>> = (change, bind) => [
  {
    name: 'code',
    sql: `update email_codes set tries = tries + 1
           where person_id = ${bind(change.personId)}::uuid and code_hash = ${bind(change.codeHash)}::bytea
             and tries < ${bind(change.most)}::int returning 1`,
    expect: 1,
  },
];

const confirmed: Writer<Of<'email.confirmed'>> = (change, bind, at) => {
  const person = `${bind(change.personId)}::uuid`;
  const email = `${bind(change.email)}::text`;
  return [
    {
      name: 'code',
      sql: `delete from email_codes
             where person_id = ${person} and email = ${email} and code_hash = ${bind(change.codeHash)}::bytea
               and expires_at > ${at.now} returning 1`,
      expect: 1,
    },
    {
      name: 'before',
      sql: `update persons set email = null where email = ${email} and id <> ${person} returning 1`,
      expect: null,
    },
    {
      name: 'person',
      sql: `update persons set email = ${email}
             where id = ${person} and (select count(*) from ${at.ref('before')}) >= 0 returning 1`,
      expect: 1,
    },
  ];
};

const emailRemoved: Writer<Of<'email.removed'>> = (change, bind) => [
  {
    name: 'person',
    sql: `update persons set email = null where id = ${bind(change.personId)}::uuid returning 1`,
    expect: 1,
  },
];

const phoneRemoved: Writer<Of<'phone.removed'>> = (change, bind) => [
  {
    name: 'person',
    sql: `update persons set phone = null where id = ${bind(change.personId)}::uuid returning 1`,
    expect: 1,
  },
];

const phoneConfirmed: Writer<Of<'phone.confirmed'>> = (change, bind, at) => {
  const person = `${bind(change.personId)}::uuid`;
  const phone = `${bind(change.phone)}::text`;
  return [
    {
      name: 'before',
      sql: `update persons set phone = null where phone = ${phone} and id <> ${person} returning 1`,
      expect: null,
    },
    {
      name: 'person',
      sql: `update persons set phone = ${phone}
             where id = ${person} and (select count(*) from ${at.ref('before')}) >= 0 returning 1`,
      // Whoever is written down for the first time in the same act has shared it unasked, and is asked again.
      expect: null,
    },
  ];
};

const zone: Writer<Of<'person.zone'>> = (change, bind) => [
  {
    name: 'person',
    sql: `update persons set time_zone = ${bind(change.timeZone)} where id = ${bind(change.personId)}::uuid returning 1`,
    expect: 1,
  },
];

/** Writers of the changes of what a person can be reached by, and of their time zone. */
export const contactWriters = {
  'email.bound': bound,
  'email.requested': requested,
  'email.missed': missed,
  'email.confirmed': confirmed,
  'email.removed': emailRemoved,
  'phone.removed': phoneRemoved,
  'phone.confirmed': phoneConfirmed,
  'person.zone': zone,
};
