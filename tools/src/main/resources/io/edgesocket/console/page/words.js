// What steps and codes are called, and what they mean, in the words of AWS and the RFCs.

/** In the order in which a handshake goes through them. */
export const HANDSHAKE = [
  'VIEWER_REQUEST', 'EDGE_FUNCTION', 'ORIGIN_REQUEST_POLICY', 'ORIGIN_REQUEST',
  'STAGE', 'ROUTE', 'AUTHORIZER', 'API_KEY', 'INTEGRATION', 'ANSWER',
];
export const MESSAGE = ['MESSAGE', 'ROUTE', 'INTEGRATION', 'ANSWER'];

export const STEP = {
  VIEWER_REQUEST: ['CloudFront', 'behavior', 'matches the path with a cache behavior'],
  EDGE_FUNCTION: ['CloudFront', 'edge function', 'runs code at the edge'],
  ORIGIN_REQUEST_POLICY: ['CloudFront', 'origin request policy', 'decides what is forwarded'],
  ORIGIN_REQUEST: ['CloudFront', 'origin', 'sends the request to the origin'],
  STAGE: ['API Gateway', 'stage', 'finds the API and its stage'],
  MESSAGE: ['API Gateway', 'message', 'takes a message'],
  ROUTE: ['API Gateway', 'route', 'chooses the route, and throttles'],
  AUTHORIZER: ['API Gateway', 'authorizer', 'asks who it is'],
  API_KEY: ['API Gateway', 'API key', 'checks the key and its usage plan'],
  INTEGRATION: ['API Gateway', 'integration', 'calls what is behind the route'],
  FUNCTION: ['Lambda', 'function', 'starts and ends functions'],
  LOG: ['function', 'log', 'prints a line'],
  ANSWER: ['API Gateway', 'answer', 'answers the client'],
  MANAGEMENT: ['API Gateway', '@connections', 'a backend sends to a client'],
  CLOSE: ['connection', 'close', 'ends the connection'],
  ACCESS_LOG: ['API Gateway', 'access log', 'a line of the access log'],
};

export function stepName(step) {
  return STEP[step] ? STEP[step][1] : step.toLowerCase().replaceAll('_', ' ');
}

/** RFC 6455, 7.4.1, and what leads to it here. */
const CODES = {
  1000: ['normal closure', 'Nothing to do: one side was done.'],
  1001: ['going away', 'The page was left, or the server ended.'],
  1002: ['protocol error', 'One side sent a frame that the WebSocket protocol does not allow. Look at the client library.'],
  1003: ['unsupported data', 'Send text frames, with Base64 for bytes.'],
  1005: ['no code', 'Nothing to do: the client closed without a code, as close() in a browser does.'],
  1006: ['no close frame', 'The connection broke without a close frame: the client\'s process ended, its network went away, or something between cut it. Let clients connect again.'],
  1007: ['invalid payload', 'Encode text as UTF-8.'],
  1008: ['policy violation', 'One side refuses what the other sent.'],
  1009: ['message too big', 'Send a message of at most 128 KB, in frames of at most 32 KB each.'],
  1011: ['internal error', 'The server failed: look at its log.'],
};
export const CLOSE_PAGE = 'https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1';

export function closeCode(code) {
  return CODES[code] ?? (code >= 4000 ? ['a code of the application', 'Your own client or library chose this code.'] : ['unknown', '']);
}
export function isNormalClose(code) {
  return code === 1000 || code === 1001 || code === 1005;
}

export function bytes(count) {
  if (count < 1000) return count + ' B';
  return count < 1e6 ? (count / 1e3).toFixed(1) + ' kB' : (count / 1e6).toFixed(1) + ' MB';
}

export function span(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (hours) return hours + ' h ' + String(minutes).padStart(2, '0') + ' min';
  return minutes ? minutes + ' min ' + String(seconds % 60).padStart(2, '0') + ' s' : seconds + ' s';
}

const pad = (number, digits = 2) => String(number).padStart(digits, '0');
export function clock(at) {
  const time = new Date(at);
  return `${pad(time.getHours())}:${pad(time.getMinutes())}:${pad(time.getSeconds())}.${pad(time.getMilliseconds(), 3)}`;
}
