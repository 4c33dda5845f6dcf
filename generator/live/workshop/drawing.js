// A diagram that Mermaid draws from text, with the same in a table; it is saved as a file of its own.
import { mermaid } from "nicegui-mermaid";

const FONTS = '"Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", Meiryo, sans-serif';
mermaid.initialize({
  startOnLoad: false,
  securityLevel: "strict",
  htmlLabels: false, // words of SVG: whatever opens the saved file can show them
  flowchart: { htmlLabels: false },
  maxEdges: 5000,
  maxTextSize: 1000000,
  fontFamily: FONTS,
  theme: "base",
  themeCSS: ".edgeLabel rect, .edgeLabel .label rect { fill: #ffffff; opacity: 1; }",
  themeVariables: {
    primaryColor: "#e8f1fe",
    primaryBorderColor: "#0017c1",
    primaryTextColor: "#333333",
    lineColor: "#666666",
    edgeLabelBackground: "#ffffff",
    clusterBkg: "#f7f7f7",
    clusterBorder: "#cccccc",
    fontSize: "16px",
  },
});

let count = 0;
let turn = Promise.resolve(); // Mermaid draws one at a time

// Signs that would mean something to Mermaid stood aside while it drew (generator/drawing/mermaid.py).
const back = (text) =>
  text.replace(/[\ue000-\ue0ff]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xe000));

async function drawn(source) {
  const { svg } = await mermaid.render(`drawing-${++count}`, source);
  const box = document.createElement("template");
  box.innerHTML = svg; // strict: Mermaid has cleaned it
  const texts = document.createTreeWalker(box.content, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = back(texts.currentNode.data);
  return box.content.querySelector("svg");
}

export default {
  template: `
    <figure class="drawing">
      <div v-if="source" class="drawing-picture" role="group" tabindex="0" :aria-label="label">
        <div ref="picture" role="img" :aria-label="label"></div>
      </div>
      <p v-if="failed || !source" class="kit-notice kit-warning" role="status">{{ words.failed }}</p>
      <div v-if="source && !failed" class="drawing-tools">
        <button type="button" class="drawing-save" @click="save">{{ words.save }}</button>
      </div>
      <details ref="words" class="workshop-folded drawing-words">
        <summary>{{ words.table }}</summary>
        <table>
          <caption class="kit-unseen">{{ label }}</caption>
          <thead><tr><th v-for="head in heads" scope="col">{{ head }}</th></tr></thead>
          <tbody>
            <tr v-for="row in rows">
              <td v-for="(cell, index) in row" :data-head="heads[index]">{{ cell }}</td>
            </tr>
          </tbody>
        </table>
      </details>
    </figure>`,
  props: { source: String, label: String, file: String, words: Object, heads: Array, rows: Array },
  data: () => ({ failed: false }),
  mounted() {
    this.$refs.words.open = window.matchMedia("(max-width: 599px)").matches;
    this.draw();
  },
  watch: {
    source() {
      this.draw();
    },
  },
  methods: {
    draw() {
      const source = this.source;
      if (!source) return;
      turn = turn.then(async () => {
        if (source !== this.source) return; // it changed again meanwhile
        try {
          const svg = await drawn(source);
          this.failed = false;
          await this.$nextTick();
          if (source !== this.source || !this.$refs.picture) return;
          this.$refs.picture.style.setProperty("--natural", `${svg.viewBox.baseVal.width}px`);
          this.$refs.picture.replaceChildren(svg);
          this.begin(svg.querySelector(".state-start"));
        } catch (error) {
          console.error(error);
          this.$refs.picture?.replaceChildren();
          this.failed = true;
        }
      });
    },
    begin(start) {
      // Where there is not room for all of it, show where it begins.
      const frame = this.$refs.picture.parentElement;
      if (!start || frame.scrollWidth <= frame.clientWidth) return;
      const middle = frame.getBoundingClientRect().left + frame.clientWidth / 2;
      frame.scrollLeft += start.getBoundingClientRect().left - middle;
    },
    save() {
      const shown = this.$refs.picture.querySelector("svg");
      if (!shown) return;
      const svg = shown.cloneNode(true);
      const { width, height } = shown.viewBox.baseVal;
      svg.setAttribute("width", width);
      svg.setAttribute("height", height);
      svg.setAttribute("style", "background: #ffffff");
      const title = document.createElementNS(svg.namespaceURI, "title");
      title.textContent = this.label;
      svg.prepend(title);
      const text = new XMLSerializer().serializeToString(svg);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
      link.download = this.file;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000); // some browsers begin to read later
    },
  },
};
