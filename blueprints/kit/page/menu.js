// The menu as one element: a page of a prototype with hundreds of screens is built quickly.
export default {
  template: `
    <nav class="kit-menu">
      <template v-for="group in groups" :key="group.title">
        <h2 v-if="group.title" class="kit-menu-title">{{ group.title }}</h2>
        <ul>
          <li v-for="entry in group.entries" :key="entry.key" :class="{ 'kit-ghost': entry.ghost }">
            <a class="kit-link kit-menu-link" :href="prefix + entry.address"
              :aria-current="entry.key === here ? 'page' : null">{{ entry.title }}</a>
            <span v-if="entry.chip" class="kit-chip" :class="{ 'kit-usual': entry.usual }"
              :data-feature="entry.feature">{{ entry.chip }}</span>
          </li>
        </ul>
      </template>
    </nav>
  `,
  props: { groups: Array, here: String },
  data: () => ({ prefix: "" }),
  mounted() {
    setTimeout(() => (this.prefix = window.path_prefix ?? ""), 0); // set when the app is mounted
  },
};
