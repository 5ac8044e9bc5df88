// @ts-check
/** Two short tones, made here: rising for what is critical, level for what has become late. */

/** @typedef {'critical' | 'late'} Tune */

/** @type {Record<Tune, readonly number[]>} hertz */
const TUNES = { critical: [660, 990], late: [520, 520] };
const TONE_SECONDS = 0.14;
const GAP_SECONDS = 0.05;
const LOUD = 0.16;

/** @param {AudioContext} audio @param {Tune} tune */
export function chime(audio, tune) {
  TUNES[tune].forEach((hertz, i) => tone(audio, hertz, audio.currentTime + i * (TONE_SECONDS + GAP_SECONDS)));
}

/** Swells and fades, so that it does not click. @param {AudioContext} audio @param {number} hertz @param {number} at */
function tone(audio, hertz, at) {
  const source = audio.createOscillator();
  const volume = audio.createGain();
  source.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUD, at + 0.02);
  volume.gain.linearRampToValueAtTime(0, at + TONE_SECONDS);
  source.connect(volume).connect(audio.destination);
  source.start(at);
  source.stop(at + TONE_SECONDS);
}
