// The code of the questions that are asked after the book has been read: each has its pair in
// `before.js`.

/** @type {Record<string, (tools: import('./tools.js').Tools) => unknown>} */
export default {
  calls({ print }) {
    function knock() {
      print('knock');
      open();
    }
    function open() {
      print('open');
    }
    print('walk');
    knock();
    print('enter');
  },

  callback({ print }) {
    print('begin');
    [1, 2].forEach((n) => print(n));
    print('end');
  },

  named({ print }) {
    function ring() {
      print('ring');
    }
    const bells = [ring, ring];
    print('hang');
    bells[0]();
  },

  recursion({ print }) {
    function unpack(boxes) {
      print(`open ${boxes}`);
      if (boxes > 1) unpack(boxes - 1);
      print(`close ${boxes}`);
    }
    unpack(2);
  },

  sum({ print, compute, since }) {
    function bill() {
      compute(200);
    }
    const begin = performance.now();
    for (const _guest of ['Ann', 'Bob', 'Cy']) bill();
    print(since(begin));
  },

  caught({ print }) {
    for (const n of [1, 2, 3]) {
      try {
        if (n === 2) throw new Error('two');
        print(n);
      } catch {
        print('caught');
      }
    }
  },

  leaving({ print }) {
    function visit() {
      for (const room of ['hall', 'kitchen', 'attic']) {
        print(room);
        if (room === 'kitchen') return;
      }
      print('seen all');
    }
    visit();
    print('home');
  },

  lazy({ print }) {
    const recipe = () => {
      print('cook');
      return 'soup';
    };
    const meal = {
      get soup() {
        return recipe();
      },
    };
    print('table');
    print(meal.soup);
  },

  stages({ print }) {
    const letters = ['x', 'y'].filter((name) => {
      print(`sort ${name}`);
      return true;
    });
    letters.forEach((name) => print(`post ${name}`));
  },

  shared({ print, compute }) {
    let balance = 100;
    function pay(sum) {
      const before = balance;
      compute(20);
      balance = before - sum;
    }
    pay(30);
    pay(50);
    print(balance);
  },

  async starts({ print, wait }) {
    async function write() {
      print('write');
      await wait(10);
      print('sent');
    }
    write();
    print('read');
    await wait(50);
  },

  async row({ print, wait, since }) {
    async function fetchPart() {
      await wait(200);
    }
    const begin = performance.now();
    for (const _part of [1, 2, 3]) await fetchPart();
    print(since(begin));
  },

  async blocks({ print, wait, compute }) {
    const clicked = wait(20).then(() => print('click'));
    const report = (async () => {
      compute(100);
      print('report');
    })();
    await report;
    print('done');
    await clicked;
  },

  async zero({ print, wait }) {
    const timer = wait(0).then(() => print('timer'));
    await null;
    print('after await');
    await timer;
  },

  async race({ print, wait }) {
    let stock = 1;
    async function buy(name) {
      if (stock > 0) {
        await wait(10);
        stock -= 1;
        print(`${name} has it`);
      }
    }
    await Promise.all([buy('Ann'), buy('Bob')]);
    print(stock);
  },

  async forgotten({ print, wait }) {
    async function price() {
      await wait(10);
      return 5;
    }
    const cost = price();
    print(typeof cost);
    print(typeof (await cost));
  },

  async late({ print, wait }) {
    async function ask() {
      await wait(10);
      throw new Error('no answer');
    }
    try {
      await ask();
      print('answered');
    } catch {
      print('caught');
    }
    print('on we go');
  },

  async loser({ print, wait }) {
    const timeLimit = wait(50).then(() => 'too late');
    const order = wait(150).then(() => {
      print('order is sent');
      return 'ordered';
    });
    print(await Promise.race([order, timeLimit]));
    await wait(300);
  },

  async threads({ print, wait, compute }) {
    async function work(name) {
      print(`${name} begins`);
      await wait(10);
      compute(50);
      print(`${name} ends`);
    }
    await Promise.all([work('A'), work('B')]);
  },

  async faster({ print, compute, since }) {
    async function slice() {
      compute(200);
    }
    const begin = performance.now();
    const slices = [slice(), slice(), slice()];
    for (const it of slices) await it;
    print(since(begin));
  },
};
