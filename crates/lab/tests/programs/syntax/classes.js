// Methods, fields, private names, accessors and static blocks keep their meaning.
const key = 'named';
class A {
  #secret = 1; static count = 0; field = () => this.#secret
  static { A.count += 1; }
  get secret() { return this.#secret } set secret(v) { this.#secret = v }
  [key + 'Method'](a, b = a * 2, ...rest) { return [a, b, rest.length].join() }
  *items() { yield 1; yield* [2, 3] }
  async later() { return await this.field() }
}
class B extends A { constructor() { super(); this.extra = new.target.name } field2 = this.namedMethod(1) }
const b = new B();
b.secret = 5;
console.log(b.field(), A.count, b.secret, b.namedMethod(2), [...b.items()].join(), b.extra, b.field2);
b.later().then((it) => console.log('later', it));
