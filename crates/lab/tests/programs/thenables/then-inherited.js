// A then that comes from a class is called with the instance as this.
class Query {
  constructor(q) { this.q = q; }
  then(ok) { console.log('run', this.q); ok('rows of ' + this.q); }
}
(async () => { console.log(await new Query('a')); console.log(await new Query('b')); })();
console.log('sync');
