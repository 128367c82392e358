import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Db } from '../server/database.ts';

/** What the schema was when its migration was written; `npm run schema` renews it. */
export const schemaSnapshotFile = join(import.meta.dirname, '..', '..', 'db', 'schema.snapshot.sql');

type TableText = { name: string; comment: string | null; columns: string[]; constraints: string[]; rest: string[] };

/** The same on every version: not-null constraints (PostgreSQL 18 lists them) are told with the column. */
async function findTables(db: Db): Promise<TableText[]> {
  const { rows } = await db.execute<TableText>(sql`
    select c.relname as name, obj_description(c.oid, 'pg_class') as comment,
           array(select format('%s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
                        case when a.attnotnull then ' not null' else '' end,
                        coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''))
                   from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
           array(select format('constraint %s %s', k.conname, pg_get_constraintdef(k.oid))
                   from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c', 'x')
                  order by k.contype = 'p' desc, k.conname) as constraints,
           array(select pg_get_indexdef(i.indexrelid) from pg_index i join pg_class x on x.oid = i.indexrelid
                  where i.indrelid = c.oid
                    and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = c.oid)
                  order by x.relname)
           || array(select pg_get_triggerdef(t.oid) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal
                     order by t.tgname) as rest
      from pg_class c
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
     order by c.relname`);
  return rows;
}

/** The schema as text, from the catalogue of the database itself: the same on both engines, one line for one fact. */
export async function describeSchema(db: Db): Promise<string> {
  const { rows } = await db.execute<{ schema: string }>(sql`select current_schema() as schema`);
  const withoutSchema = (text: string): string => text.replaceAll(`${rows[0]?.schema}.`, '');
  const tables = await findTables(db);
  return tables
    .map(({ name, comment, columns, constraints, rest }) => {
      const inside = [...columns, ...constraints].map((line) => `  ${line}`).join(',\n');
      const heading = comment === null ? '' : `-- ${comment}\n`;
      return withoutSchema(
        `${heading}create table ${name} (\n${inside}\n);\n${rest.map((one) => `${one};\n`).join('')}`,
      );
    })
    .join('\n');
}
