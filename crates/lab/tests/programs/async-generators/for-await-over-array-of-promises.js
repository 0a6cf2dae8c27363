// A for await loop over an array of promises takes them in order and waits for each.
(async () => {
  for await (const v of [reply(90, 'slow'), 'plain', reply(10, 'quick')]) console.log(v);
  console.log('end');
})();
setTimeout(() => console.log('timer 40'), 40);
