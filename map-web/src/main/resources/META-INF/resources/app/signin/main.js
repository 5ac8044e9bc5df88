// @ts-check
import './signin-page.js';
