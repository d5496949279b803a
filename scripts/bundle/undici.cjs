// What the process uses of undici. Its own index loads a whole fetch, mocks, caches and web sockets as well, which
// here wait until somebody asks for more than the pool.
const Dispatcher = require('undici/lib/dispatcher/dispatcher.js');
Object.assign(Dispatcher.prototype, require('undici/lib/api/index.js'));

module.exports = {
  Pool: require('undici/lib/dispatcher/pool.js'),
  get FormData() {
    return require('undici/index.js').FormData;
  },
  get request() {
    return require('undici/index.js').request;
  },
};
