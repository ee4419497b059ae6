// Loaded before a long-running command: when the process that started it is gone without a word (kill -9, a crashed
// terminal), this one must not stay behind with the port and the database. It asks itself to stop as a person would.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
