export { lastBackup, makeBackup, type BackupMade } from './backup.ts';
export { BackupError } from './error.ts';
export { restoreBackup } from './restore.ts';
