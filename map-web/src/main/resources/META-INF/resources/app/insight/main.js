// @ts-check
import './insight-page.js';
