/** Where cases begin and end in a map. No activity can have such a name: XML forbids the character, readers of CSV refuse it. */
export const START = '\u0000start';
export const END = '\u0000end';
