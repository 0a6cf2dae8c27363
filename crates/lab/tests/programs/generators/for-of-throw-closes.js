// An exception in the body of a for-of loop closes the generator before it is caught, and hides errors of the closing.
function* g() { try { yield 1; } finally { console.log('closing'); throw 'from finally'; } }
try { for (const v of g()) { console.log('body', v); throw 'from body'; } } catch (e) { console.log('caught', e); }
