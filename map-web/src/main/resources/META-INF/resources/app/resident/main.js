// @ts-check
import './resident-page.js';
