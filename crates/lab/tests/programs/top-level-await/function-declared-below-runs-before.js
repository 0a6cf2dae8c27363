// Functions declared below a top-level await can be called before it is over, but its constants cannot be read.
early();
await null;
const later = 'later';
function early() { console.log('early'); try { console.log(later); } catch (e) { console.log(e.name); } queueMicrotask(() => { try { console.log(later); } catch (e) { console.log('still', e.name); } }); }
console.log(later);
