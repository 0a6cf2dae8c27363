const of = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function open() {
  const opening = indexedDB.open('await-and-see-rows', 1);
  opening.onupgradeneeded = () =>
    opening.result.createObjectStore('rows', { keyPath: 'id' }).createIndex('price', 'price');
  return of(opening);
}

/** Fills the database with rows of these prices, if they are not there yet. */
export async function fill(prices) {
  const database = await open();
  try {
    const rows = database.transaction('rows').objectStore('rows');
    if ((await of(rows.count())) === prices.length) return;
    const transaction = database.transaction('rows', 'readwrite');
    const store = transaction.objectStore('rows');
    store.clear();
    prices.forEach((price, id) => store.put({ id, price }));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/**
 * Asks again and again, until the time is over, how many rows cost less than this; gives the count,
 * and how often it was asked.
 */
export async function query(below, ms) {
  const database = await open();
  try {
    const end = performance.now() + ms;
    let [found, asked] = [0, 0];
    while (performance.now() < end) {
      const prices = database.transaction('rows').objectStore('rows').index('price');
      found = await of(prices.count(IDBKeyRange.upperBound(below, true)));
      asked += 1;
    }
    return [found, asked];
  } finally {
    database.close();
  }
}
