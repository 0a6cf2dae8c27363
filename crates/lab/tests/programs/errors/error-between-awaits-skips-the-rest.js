// An error after the first await skips the rest of the function but not the finally around it.
async function f() {
  try { console.log('a'); await null; console.log('b'); null.property; console.log('never'); }
  catch (e) { console.log(e instanceof TypeError); await null; console.log('after catch'); }
  finally { console.log('finally'); }
}
f().then(() => console.log('over'));
console.log('sync');
