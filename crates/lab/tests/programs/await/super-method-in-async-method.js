// An async method that awaits the method it overrides continues after it with the same object.
class A { async go() { console.log('A begins', this.n); await null; console.log('A ends'); return 'a'; } }
class B extends A {
  n = 7;
  async go() { const r = await super.go(); console.log('B got', r, this.n); }
}
new B().go();
console.log('sync');
