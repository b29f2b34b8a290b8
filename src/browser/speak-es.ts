import { first } from '../words/es/first.ts';
import { speak } from './speech.ts';

// Before any script that says something.
speak(first);
