import type { Sealing } from '#app/ports/world.ts';

/** Nothing is sealed or opened here: for doors that write about cases without any personal content. */
export const noSealing: Sealing = {
  newKey: () => Promise.reject(new Error('This door holds no keys')),
  seal: () => Promise.reject(new Error('This door holds no keys')),
  open: () => Promise.reject(new Error('This door holds no keys')),
};
