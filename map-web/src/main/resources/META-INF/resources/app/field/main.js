// @ts-check
import './field-page.js';
