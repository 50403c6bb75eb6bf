// What bundlers give for a file that they copy: its address, to be handed to createCore({ wasm }).
declare const address: string;
export default address;
