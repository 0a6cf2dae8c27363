// A queue of orders in IndexedDB, and next to it a list of what was done: both outlive the page and
// its workers.

const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open('await-and-see-orders', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('orders');
    request.result.createObjectStore('done', { autoIncrement: true });
  };
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
// The caller is told then.
opened.catch(() => {});

/** Does something with a store, and waits until it is kept. */
const within = async (name, mode, act) => {
  const transaction = (await opened).transaction(name, mode);
  const request = act(transaction.objectStore(name));
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  return request.result;
};

export const put = (order) => within('orders', 'readwrite', (orders) => orders.put(order, order));
export const oldest = () =>
  within('orders', 'readonly', (orders) => orders.getAllKeys(null, 1)).then(([order]) => order);
export const remove = (order) => within('orders', 'readwrite', (orders) => orders.delete(order));
export const depth = () => within('orders', 'readonly', (orders) => orders.count());
export const noteDone = (order) => within('done', 'readwrite', (done) => done.put(order));

export const countDone = () => within('done', 'readonly', (done) => done.count());

/** What was done since this was last asked. */
export const allDone = () => {
  let all;
  return within('done', 'readwrite', (done) => {
    all = done.getAll();
    return done.clear();
  }).then(() => all.result);
};
