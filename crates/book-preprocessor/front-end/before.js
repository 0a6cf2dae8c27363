// The code of the questions that are asked before the book is read, each as it is shown and as it
// is run.

/** @type {Record<string, (tools: import('./tools.js').Tools) => unknown>} */
export default {
  calls({ print }) {
    function inner() {
      print('b');
    }
    function outer() {
      print('a');
      inner();
      print('c');
    }
    outer();
    print('d');
  },

  callback({ print }) {
    function greet(done) {
      print('hello');
      done();
    }
    greet(() => print('called back'));
    print('next line');
  },

  named({ print }) {
    function tea() {
      print('tea');
    }
    const drink = tea;
    print('cup');
    drink();
  },

  recursion({ print }) {
    function down(n) {
      if (n === 0) return;
      down(n - 1);
      print(n);
    }
    down(3);
  },

  sum({ print, compute, since }) {
    const begin = performance.now();
    compute(200);
    compute(200);
    print(since(begin));
  },

  caught({ print }) {
    function bake() {
      print('mix');
      throw new Error('no oven');
    }
    try {
      bake();
      print('serve');
    } catch {
      print('sorry');
    }
    print('wash up');
  },

  leaving({ print }) {
    function shop() {
      try {
        print('buy');
        return 'bread';
      } finally {
        print('pay');
      }
    }
    print(shop());
  },

  lazy({ print }) {
    function* steps() {
      print('one');
      yield;
      print('two');
    }
    const started = steps();
    print('made');
    started.next();
    print('end');
  },

  stages({ print }) {
    ['a', 'b']
      .map((name) => {
        print(`wash ${name}`);
        return name;
      })
      .forEach((name) => print(`cut ${name}`));
  },

  shared({ print, compute }) {
    let count = 0;
    function add() {
      const read = count;
      compute(20);
      count = read + 1;
    }
    add();
    add();
    print(count);
  },

  async starts({ print }) {
    async function load() {
      print('load');
    }
    print('begin');
    load();
    print('end');
  },

  async row({ print, wait, since }) {
    const begin = performance.now();
    await wait(200);
    await wait(200);
    print(since(begin));
  },

  async blocks({ print, wait, compute }) {
    async function heavy() {
      compute(200);
      print('heavy');
    }
    const timer = wait(50).then(() => print('timer'));
    heavy();
    await timer;
  },

  async zero({ print, wait }) {
    const timer = wait(0).then(() => print('timer'));
    print('first');
    print('second');
    await timer;
  },

  async race({ print, wait }) {
    let count = 0;
    async function add() {
      const read = count;
      await wait(10);
      count = read + 1;
    }
    await Promise.all([add(), add()]);
    print(count);
  },

  async forgotten({ print, wait }) {
    async function allowed() {
      await wait(10);
      return false;
    }
    if (allowed()) print('come in');
    else print('go away');
  },

  async late({ print, wait }) {
    async function bake() {
      await wait(10);
      throw new Error('no oven');
    }
    let baking;
    try {
      baking = bake();
      print('begun');
    } catch {
      print('caught');
    }
    await baking.catch(() => print('failed later'));
  },

  async loser({ print, wait }) {
    async function ask(name, ms) {
      await wait(ms);
      print(name);
    }
    await Promise.race([ask('quick', 20), ask('slow', 120)]);
    print('over');
    await wait(300);
  },

  async threads({ print, compute }) {
    async function work(name) {
      print(`${name} begins`);
      compute(50);
      print(`${name} ends`);
    }
    await Promise.all([work('A'), work('B')]);
  },

  async faster({ print, compute, since }) {
    async function work() {
      compute(200);
    }
    const begin = performance.now();
    await Promise.all([work(), work()]);
    print(since(begin));
  },
};
