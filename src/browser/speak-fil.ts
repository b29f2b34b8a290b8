import { first } from '../words/fil/first.ts';
import { keepChoice } from './kept-language.ts';
import { speak } from './speech.ts';

// Before any script that says something.
speak(first);
keepChoice('fil');
