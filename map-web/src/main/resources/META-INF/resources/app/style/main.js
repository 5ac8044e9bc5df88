// @ts-check
import './style-page.js';
