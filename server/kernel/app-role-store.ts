// The role the running product works as: it may read and write what it needs, but not change what the law wants unchanged.
// It owns nothing, so it can neither switch a trigger off nor alter a table; whoever migrates is another role (ADR 0019).
import type { Read, Tx } from './db.ts'

const lockKey = 7_206_003

/** Makes the role unless there is one, and sets its password. A password is needed to connect, not to be known here: it goes to PostgreSQL as a setting of this transaction. */
export const upsertAppRole = async (tx: Tx, role: string, password: string): Promise<void> => {
  await tx`select pg_advisory_xact_lock(${lockKey}), set_config('tongban.role', ${role}, true), set_config('tongban.password', ${password}, true)`
  await tx`
    do $$ begin
      if not exists (select from pg_roles where rolname = current_setting('tongban.role')) then
        execute format('create role %I login password %L', current_setting('tongban.role'), current_setting('tongban.password'));
      else -- the password follows from the owner's, which may have been changed
        execute format('alter role %I password %L', current_setting('tongban.role'), current_setting('tongban.password'));
      end if;
    exception when duplicate_object or unique_violation then -- made meanwhile, for another database of this server
    end $$`
}

/** Whether the role exists, owns nothing and is no superuser, so that grants bind it. */
export const hasBoundRole = async (read: Read, role: string): Promise<boolean> => {
  const [row] = await read<{ bound: boolean }[]>`
    select not r.rolsuper and not pg_has_role(r.oid, (select relowner from pg_class where oid = 'audit_entries'::regclass), 'member') as bound
    from pg_roles r where r.rolname = ${role}`
  return row?.bound ?? false
}

/**
 * Gives the role what the product does: everything in ordinary tables, adding in those that only grow, reading the list of migrations.
 * Which tables only grow, the triggers say that refuse changes; what they refuse is not granted either. Repeating it changes nothing.
 */
export const updateGrants = async (tx: Tx, role: string): Promise<void> => {
  await tx`select pg_advisory_xact_lock(${lockKey}), set_config('tongban.role', ${role}, true)`
  await tx`grant usage on schema public, graphile_worker to ${tx(role)}`
  await tx`grant select, insert, update, delete on all tables in schema public, graphile_worker to ${tx(role)}`
  await tx`grant usage, select, update on all sequences in schema public, graphile_worker to ${tx(role)}`
  await tx`grant execute on all functions in schema graphile_worker to ${tx(role)}`
  await tx`revoke insert, update, delete on schema_migrations, graphile_worker.migrations from ${tx(role)}`
  await tx`revoke update, delete on installation from ${tx(role)}`
  await tx`
    do $$ declare guarded record; begin
      for guarded in
        select tgrelid::regclass as name, bool_or(tgtype & 8 > 0) as deleting, bool_or(tgtype & 16 > 0) as updating
        from pg_trigger where tgfoid = 'refuse_change'::regproc group by tgrelid
      loop
        if guarded.deleting then execute format('revoke delete on %s from %I', guarded.name, current_setting('tongban.role')); end if;
        if guarded.updating then execute format('revoke update on %s from %I', guarded.name, current_setting('tongban.role')); end if;
      end loop;
    end $$`
  // The worker's own tables show their rows to their owner only, unless a policy says otherwise.
  await tx`
    do $$ declare closed record; begin
      for closed in
        select c.oid::regclass as name from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
          and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = current_setting('tongban.role'))
      loop
        execute format('create policy %I on %s to %I using (true) with check (true)', current_setting('tongban.role'), closed.name, current_setting('tongban.role'));
      end loop;
      if current_setting('server_version_num')::int >= 170000 then
        execute format('grant maintain on search_documents to %I', current_setting('tongban.role'));
      end if;
    end $$`
}
