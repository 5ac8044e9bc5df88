// @ts-check
import './admin-page.js';
