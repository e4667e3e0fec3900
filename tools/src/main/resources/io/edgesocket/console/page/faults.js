// Faults: what goes wrong on AWS now and then, now.

import { ask } from './control.js';
import { fill, h, keyed, masked, setText } from './dom.js';

const LOOK_MILLIS = 1000;

export const faults = { id: 'faults', title: 'Faults', live: true, count: () => null, make };

function make(model) {
  const said = h('p', { className: 'status', role: 'status' });
  const active = h('ul', { className: 'saved', 'aria-label': 'Faults that are set' });
  const connection = h('select', { id: 'fault-connection' });
  const code = h('input', { id: 'fault-code', type: 'number', min: 1000, max: 4999, value: 4000 });
  const reason = h('input', { id: 'fault-reason', maxLength: 60 });
  const route = h('select', { id: 'fault-route' });
  const millis = h('input', { id: 'fault-millis', type: 'number', min: 0, max: 60000, value: 3000 });
  const times = h('input', { id: 'fault-times', type: 'number', min: 0, max: 1000000, value: 1 });
  const lambda = h('select', { id: 'fault-function' });
  const atEdge = h('select', { id: 'fault-edge-function' });

  async function look() {
    const { routes, functions, edgeFunctions, set } = await ask();
    options(route, routes);
    options(lambda, functions);
    options(atEdge, edgeFunctions);
    lambdaBox.hidden = functions.length === 0;
    edgeBox.hidden = edgeFunctions.length === 0;
    fill(active, ...(set.length ? set.map(fault => h('li', {}, h('code', {}, fault)))
      : [h('li', { className: 'faint' }, 'None: all is as on AWS.')]));
  }

  function button(name, command) {
    return h('button', {
      type: 'button', onclick: async () => {
        try {
          setText(said, (await ask(command())).done);
          await look();
        } catch (refused) {
          setText(said, refused.message);
        }
      },
    }, name);
  }

  const onConnection = kind => () => {
    if (!connection.value) throw new Error('No connection is open: connect a client first.');
    return { do: kind, connection: connection.value, code: Number(code.value), reason: reason.value };
  };
  const onRoute = kind => () => ({ do: kind, route: route.value, millis: Number(millis.value), times: Number(times.value) });
  const lambdaBox = h('div', { hidden: true },
    h('h2', {}, 'A function'),
    h('div', { className: 'fields' }, labelled('Function', lambda)),
    h('p', { className: 'buttons' },
      button('Cold start at the next call', () => ({ do: 'cold-start', function: lambda.value }))));
  const edgeBox = h('div', { hidden: true },
    h('div', { className: 'fields' }, labelled('Function at the edge', atEdge)),
    h('p', { className: 'buttons' },
      button('Throw at the edge (Lambda@Edge)', () => ({ do: 'edge-throws', function: atEdge.value, times: Number(times.value) }))));
  const box = h('div', { className: 'form wide-form' },
    said,
    h('h2', {}, 'A connection'),
    h('div', { className: 'fields' }, labelled('Connection', connection), labelled('Close code', code), labelled('Reason', reason)),
    h('p', { className: 'buttons' },
      button('Drop it (1006)', onConnection('drop')), button('Close with this code', onConnection('close')),
      button('Idle out now', onConnection('idle-out')), button('End of the two hours now', onConnection('end-of-two-hours'))),
    h('h2', {}, 'A route, and what is behind it'),
    h('div', { className: 'fields' }, labelled('Route', route), labelled('Milliseconds', millis), labelled('Times; 0 until it is removed', times)),
    h('p', { className: 'buttons' },
      button('Delay the integration', onRoute('delay')), button('Fail the integration', onRoute('fail')), button('Throttle the route', onRoute('throttle'))),
    lambdaBox, edgeBox,
    h('h2', {}, 'Set now'), active,
    h('p', { className: 'buttons' }, button('Remove all', () => ({ do: 'clear' }))));
  let looked = -LOOK_MILLIS;
  function lookAgain() {
    if (!box.offsetParent || performance.now() - looked < LOOK_MILLIS - 100) return;
    looked = performance.now();
    look().catch(refused => setText(said, refused.message));
  }
  setInterval(lookAgain, LOOK_MILLIS); // a fault is used up, a stack is reloaded
  return {
    box,
    draw() {
      lookAgain();
      const open = [...model.connections.values()].filter(each => each.state === 'open').slice(-200).reverse();
      keyed(connection, open, each => each.id, each => h('option', { value: each.id }), (row, each) => setText(row, each.id + '  ' + masked(each.target)));
    },
  };
}

function options(select, names) {
  keyed(select, names, name => name, name => h('option', { value: name }), (row, name) => setText(row, name));
}

function labelled(name, control) {
  return h('p', { className: 'field' }, h('label', { htmlFor: control.id }, name), control);
}
