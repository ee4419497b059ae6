export { openAsSuperuser, openForTool, type ToolDatabase } from './attach.ts';
export { checkDatabase, UnsuitableDatabaseError } from './checks.ts';
export { adoptCluster, postgresVersion } from './cluster.ts';
export { connect, type ConnectOptions, type Database } from './connect.ts';
export { EmbeddedDatabaseError } from './embedded.ts';
export { MigrationError, MIGRATIONS_FOLDER } from './migrate.ts';
export { openDatabase, type OpenDatabase, type OpenOptions } from './open.ts';
