// @ts-check
/** One STOMP connection; every subscription resumes by its cursor after a break. */
import { Client } from '@stomp/stompjs';

/**
 * @typedef {object} Topic
 * @property {string} destination
 * @property {() => string | null} cursor where to resume; null for only what is new
 * @property {(frame: any) => void} onFrame
 * @property {() => void} [onReady] the server has registered the subscription
 */

/** Tells 'state' when the connection comes or goes. */
export class LiveConnection extends EventTarget {
  /** @type {'connecting' | 'live' | 'lost'} */
  state = 'connecting';
  /** When the server was last heard, in milliseconds; 0 before the first time. */
  heardAt = 0;
  /** @type {Map<string, Topic>} */
  #topics = new Map();
  /** @type {Map<string, {unsubscribe: () => void}>} */
  #subscriptions = new Map();
  #receipts = 0;
  #client = new Client({
    webSocketFactory: () => this.#openSocket(),
    reconnectDelay: 1000,
    maxReconnectDelay: 10_000,
    reconnectTimeMode: 1,
    heartbeatIncoming: 10_000,
    heartbeatOutgoing: 10_000,
    onConnect: () => this.#connected(),
    onWebSocketClose: () => this.#lost(),
    onStompError: () => this.#client.connected || this.#lost(),
  });

  open() {
    this.#client.activate();
  }

  close() {
    this.#topics.clear();
    return this.#client.deactivate();
  }

  /** @param {Topic} topic */
  subscribe(topic) {
    this.#topics.set(topic.destination, topic);
    if (this.#client.connected) this.#register(topic);
  }

  /** @param {string} destination */
  unsubscribe(destination) {
    this.#topics.delete(destination);
    if (this.#client.connected) this.#subscriptions.get(destination)?.unsubscribe();
    this.#subscriptions.delete(destination);
  }

  #openSocket() {
    const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`, ['v12.stomp', 'v11.stomp']);
    socket.addEventListener('message', () => (this.heardAt = Date.now()));
    return socket;
  }

  #connected() {
    this.#subscriptions.clear();
    for (const topic of this.#topics.values()) this.#register(topic);
    this.#become('live');
  }

  #lost() {
    this.#become('lost');
  }

  /** @param {Topic} topic */
  #register(topic) {
    const receipt = `subscribed-${++this.#receipts}`;
    this.#client.watchForReceipt(receipt, () => topic.onReady?.());
    const cursor = topic.cursor();
    const headers = { receipt, ...(cursor ? { cursor } : {}) };
    const subscription = this.#client.subscribe(topic.destination, (message) => topic.onFrame(JSON.parse(message.body)), headers);
    this.#subscriptions.set(topic.destination, subscription);
  }

  /** @param {'connecting' | 'live' | 'lost'} state */
  #become(state) {
    this.state = state;
    if (state === 'live') this.heardAt = Date.now();
    this.dispatchEvent(new Event('state'));
  }
}
