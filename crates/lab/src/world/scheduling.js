// Prioritized tasks: https://wicg.github.io/scheduling-apis/

const PRIORITIES = ['user-blocking', 'user-visible', 'background'];
const scheduler = Object.create(Object.prototype);
define(scheduler, {
  postTask(callback, { priority = 'user-visible', delay = 0, signal } = {}) {
    return new Promise((resolve, reject) => {
      if (!PRIORITIES.includes(priority)) throw new TypeError(`there is no priority ${priority}`);
      if (signal?.aborted) return reject(signal.reason);
      let task = 0;
      let begun = false;
      const act = () => {
        begun = true;
        host.attempt(callback, [], resolve, reject);
      };
      const queue = () => {
        task = host.task(priority, 0, act, `postTask, ${priority}`);
      };
      if (delay > 0) task = host.task('timer', delay, queue, `postTask after ${delay} ms`);
      else queue();
      if (signal) {
        onAbort(signal, () => {
          if (begun) return;
          host.cancel(task);
          reject(signal.reason);
        });
      }
    });
  },
  yield() {
    return new Promise((resolve) => {
      host.task('continuation', 0, () => resolve(), 'scheduler.yield');
    });
  },
});
