/** DOMPurify, in a file of our own so that the build places it like every other part that is loaded on use. */
export {default as purifier} from 'dompurify';
