onmessage = () => postMessage("`{{#include it}}`");
