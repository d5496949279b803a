import { byKind, defineChange } from '../../../store/commit/define-change.ts';
import { guard, once, step } from '../../../store/commit/parts.ts';
import { sql } from '../../../store/sql.ts';
import type { IdentityChange } from '../changes.ts';

const define = defineChange<IdentityChange>();

/** Contacts are a person's own affair: no workspace has them on record. */
const own = { audit: 'private', locks: [], writeSet: 'exclusive' } as const;
const ofPerson = ({ personId }: { readonly personId: string }): string[] => [personId];

const emailBound = define('email.bound', {
  ...own,
  affects: 'everyone',
  personRows: ofPerson,
  write: (change) => {
    const email = sql`${once(change.email)}`;
    return [
      step(
        'person',
        sql`update persons set email = ${email} from acts act where id = ${change.personId}::uuid and email is null
               and not exists (select 1 from persons where email = ${email}) returning 1`,
      ),
    ];
  },
});

const emailRequested = define('email.requested', {
  ...own,
  affects: 'nobody',
  personRows: 'nobody',
  write: (change, at) => {
    const email = sql`${once(change.email)}`;
    const person = sql`${once(change.personId)}::uuid`;
    const most = sql`${once(change.most)}::int`;
    const isOver = sql`email_codes.since <= excluded.since - interval '1 hour'`;
    return [
      guard(
        'code',
        sql`insert into email_codes (person_id, email, code_hash, since, expires_at)
            select ${person}, ${email}, ${change.codeHash}::bytea, ${at.now}, ${change.expiresAt}::timestamptz from acts act
             where (select coalesce(sum(sends), 0) from email_codes
                     where email = ${email} and person_id <> ${person} and since > ${at.now} - interval '1 hour') < ${most}
            on conflict (person_id) do update
               set email = excluded.email, code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0,
                   sends = case when ${isOver} then 1 else email_codes.sends + 1 end,
                   since = case when ${isOver} then excluded.since else email_codes.since end
             where ${isOver} or email_codes.sends < (select min(${most}) from acts act)
            returning 1`,
        1,
      ),
    ];
  },
});

const emailMissed = define('email.missed', {
  ...own,
  affects: 'nobody',
  personRows: 'nobody',
  write: (change) => [
    guard(
      'code',
      sql`update email_codes set tries = tries + 1 from acts act
           where person_id = ${change.personId}::uuid and code_hash = ${change.codeHash}::bytea
             and tries < ${change.most}::int returning 1`,
      1,
    ),
  ],
});

const emailConfirmed = define('email.confirmed', {
  ...own,
  affects: 'everyone',
  personRows: ofPerson,
  write: (change, at) => {
    const person = sql`${once(change.personId)}::uuid`;
    const email = sql`${once(change.email)}`;
    return [
      guard(
        'code',
        sql`delete from email_codes using acts act
             where person_id = ${person} and email = ${email} and code_hash = ${change.codeHash}::bytea
               and expires_at > ${at.now} returning 1`,
        1,
      ),
      step(
        'former',
        sql`update persons set email = null from acts act where email = ${email} and id <> ${person} returning 1`,
      ),
      guard(
        'person',
        sql`update persons set email = ${email} from acts act
             where id = ${person} and (select count(*) from ${at.ref('former')}) >= 0 returning 1`,
        1,
      ),
    ];
  },
});

const emailRemoved = define('email.removed', {
  ...own,
  affects: 'everyone',
  personRows: ofPerson,
  write: (change) => [
    guard(
      'person',
      sql`update persons set email = null from acts act where id = ${change.personId}::uuid returning 1`,
      1,
    ),
  ],
});

const phoneRemoved = define('phone.removed', {
  ...own,
  affects: 'nobody',
  personRows: ofPerson,
  write: (change) => [
    guard(
      'person',
      sql`update persons set phone = null from acts act where id = ${change.personId}::uuid returning 1`,
      1,
    ),
  ],
});

const phoneConfirmed = define('phone.confirmed', {
  ...own,
  affects: 'nobody',
  personRows: ofPerson,
  write: (change, at) => {
    const person = sql`${once(change.personId)}::uuid`;
    const phone = sql`${once(change.phone)}`;
    return [
      step(
        'former',
        sql`update persons set phone = null from acts act where phone = ${phone} and id <> ${person} returning 1`,
      ),
      // A person who appears in the same act has shared it without being asked, and is asked again.
      step(
        'person',
        sql`update persons set phone = ${phone} from acts act
             where id = ${person} and (select count(*) from ${at.ref('former')}) >= 0 returning 1`,
      ),
    ];
  },
});

const personZone = define('person.zone', {
  ...own,
  affects: 'nobody',
  personRows: ofPerson,
  write: (change) => [
    guard(
      'person',
      sql`update persons set time_zone = ${change.timeZone} from acts act where id = ${change.personId}::uuid returning 1`,
      1,
    ),
  ],
});

/** The specs of the changes of what a person can be reached by, and of their time zone. */
export const contactChanges = byKind(
  emailBound,
  emailRequested,
  emailMissed,
  emailConfirmed,
  emailRemoved,
  phoneRemoved,
  phoneConfirmed,
  personZone,
);
