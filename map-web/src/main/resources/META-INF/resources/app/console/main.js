// @ts-check
import './console-page.js';
