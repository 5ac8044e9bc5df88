// @ts-check
import './wall-page.js';
