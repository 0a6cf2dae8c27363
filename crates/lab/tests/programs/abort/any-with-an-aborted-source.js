// AbortSignal.any with a source that is aborted already is aborted from the start, with the first such reason.
const s = AbortSignal.any([new AbortController().signal, AbortSignal.abort('one'), AbortSignal.abort('two')]);
s.onabort = () => console.log('never');
console.log(s.aborted, s.reason, AbortSignal.any([]).aborted);
