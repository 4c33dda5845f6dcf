// The browser's own list of choices as one element: a page with many lists is built quickly.
export default {
  template: `
    <select>
      <option v-for="option in options" :key="option.key" :value="option.key"
        :selected="option.key === chosen">{{ option.text }}</option>
    </select>
  `,
  props: { options: Array, chosen: String },
};
