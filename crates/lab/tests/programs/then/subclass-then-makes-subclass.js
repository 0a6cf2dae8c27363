// The then of a promise subclass constructs its result with the subclass before any reaction runs.
class Traced extends Promise {
  constructor(ex) { super(ex); console.log('constructed'); }
}
const p = Traced.resolve(1);
console.log('calling then');
const q = p.then(() => console.log('reaction'));
console.log(q instanceof Traced);
