// The table of a list as one element of the browser's own: sorting and paging patch its cells.
export default {
  template: `
    <div class="q-table__container q-table--flat q-table--horizontal-separator">
      <div class="q-table__middle scroll">
        <table class="q-table">
          <thead>
            <tr>
              <th v-for="column in columns" :key="column.key" :class="'text-' + column.align"
                :aria-sort="column.order" :data-part="column.part">
                <button type="button" class="kit-sort" @click="$emit('sort', column.key)">
                  {{ column.label }}<span v-if="column.chip"
                    :class="['kit-chip', { 'kit-usual': column.usual }]"
                    :data-feature="column.feature">{{ column.chip }}</span>
                  <span aria-hidden="true">{{ column.arrow }}</span>
                </button>
              </th>
            </tr>
          </thead>
          <tbody>
            <tr v-for="(row, number) in rows" :key="number">
              <td v-for="(column, place) in columns" :key="column.key"
                :class="['q-td', 'text-' + column.align, { 'kit-ghost': column.ghost }]"
                :data-title="column.label">
                <a v-if="place === 0 && row.href" :href="row.href" class="kit-link"
                  >{{ row.texts[place] || row.label }}</a>
                <span v-else-if="column.state && row.texts[place]" class="kit-state"
                  >{{ row.texts[place] }}</span>
                <span v-else-if="row.pictures[column.key]" class="kit-thumbnails">
                  <img v-for="address in row.pictures[column.key]" :key="address" :src="address"
                    alt="" class="kit-thumbnail" loading="lazy">
                  <span class="kit-unseen">{{ row.texts[place] }}</span>
                </span>
                <template v-else>{{ row.texts[place] }}</template>
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </div>
  `,
  props: { columns: Array, rows: Array },
  emits: ["sort"],
};
