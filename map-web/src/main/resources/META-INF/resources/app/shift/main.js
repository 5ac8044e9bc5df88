// @ts-check
import './shift-page.js';
