// A subclass that overrides then sees the calls that catch and finally make.
class Loud extends Promise {
  then(a, b) { console.log('then', a ? 1 : 0, b ? 1 : 0); return super.then(a, b); }
}
const p = new Loud((ok, no) => no('r'));
p.catch(e => console.log('caught', e));
console.log('sync');
