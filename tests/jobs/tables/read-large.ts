import { readTable } from '../../../jobs/tables/read-table.ts';

/** Reads a table and says how many rows it had and how much memory that took, in MB. */
let rows = 0;
for await (const row of readTable(process.argv[2] ?? '')) if (row.cells.length > 0) rows += 1;
process.stdout.write(JSON.stringify({ rows, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
