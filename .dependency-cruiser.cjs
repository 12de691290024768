/** The house's import rules: core <- handlers <- bot, jobs, web; db implements ports of core; main.ts alone sees everything. */
const only = (name, path, allowed) => ({
  name,
  severity: 'error',
  from: { path },
  to: { path: '^(core|handlers|bot|db|jobs|web|bench|tests|config\\.ts|main\\.ts|assemble\\.ts)', pathNot: allowed },
});
const home = (library, folder) => ({
  name: `${library}-lives-in-${folder}`.replaceAll(/[^a-z-]/g, '-'),
  severity: 'error',
  from: { pathNot: `^(${folder}|tests|bench)` },
  to: { path: `node_modules/(${library})/` },
});
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('core-imports-core', '^core/', '^core/'),
    only('handlers-import-core', '^handlers/', '^(core|handlers)/'),
    only('db-implements-core', '^db/', '^(core|db)/'),
    only('bot-imports-inward', '^bot/', '^(core|handlers|bot)/'),
    only('jobs-import-inward', '^jobs/', '^(core|handlers|jobs)/'),
    only('web-imports-inward', '^web/', '^(core|handlers|bot|web)/'),
    {
      name: 'platforms-do-not-meet',
      severity: 'error',
      from: { path: '^bot/(telegram|wechat|web-chat)/' },
      to: { path: '^bot/(telegram|wechat|web-chat)/', pathNot: '^bot/$1/' },
    },
    {
      name: 'drills-are-played-by-drill-ts',
      severity: 'error',
      from: { pathNot: '^(drill/|drill\\.ts$|tests/)' },
      to: { path: '^drill/' },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      from: { path: '^core/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'], pathNot: 'node_modules/(zod|ical\\.js)/' },
    },
    home('grammy', 'bot/telegram'),
    home('wechaty', 'bot/wechat'),
    home('drizzle-orm|better-sqlite3|pg', 'db|drizzle.config'),
    home('hono|@hono/node-server|@fastify/busboy', 'web|main'),
    {
      name: 'recurrence-alone-asks-ical',
      severity: 'error',
      from: { pathNot: '^(core/recurrence\\.ts|tests/)' },
      to: { path: 'node_modules/ical\\.js/' },
    },
    home('node-cron|sharp|libheif-js|exif-reader|@aws-sdk/client-s3|hucre|saxes|yauzl', 'jobs'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'db/migrations' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
