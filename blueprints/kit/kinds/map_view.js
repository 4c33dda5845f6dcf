// A map without a network: places on a grid of latitude and longitude, names of towns, a scale.
// Places that would hide each other stand as one pin with their number, until one comes closer.
const WORLD = 256; // pixels of the whole world at zoom 0, as web maps count
const CLOSEST = 18;
const PIN = 44; // pixels within which two places count as one
const EQUATOR = 40075016.686; // metres
const STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 45];
const LENGTHS = [50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6];

const east = (lon) => lon / 360 + 0.5;
const south = (lat) => {
  const sine = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
};
const lonOf = (x) => (x - 0.5) * 360;
const latOf = (y) => (360 / Math.PI) * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - 90;
const limited = (value, low, high) => Math.max(low, Math.min(high, value));

export default {
  template: `
    <div class="kit-map" role="group" :aria-label="words.map" tabindex="0" @keydown="press">
      <div v-if="tiles" class="kit-map-tiles" aria-hidden="true">
        <img v-for="tile in shownTiles" :key="tile.address" :src="tile.address" alt="" draggable="false"
             referrerpolicy="origin" :class="{'kit-unseen': !came[tile.address]}" :style="tile.style"
             @load="came[tile.address] = true" @error="came[tile.address] = false">
      </div>
      <svg :width="width" :height="height" aria-hidden="true">
        <g v-if="!isCovered" class="kit-map-grid">
          <line v-for="line in meridians" :key="'m' + line.name" :x1="line.at" :x2="line.at" y1="0" :y2="height" />
          <line v-for="line in parallels" :key="'p' + line.name" :y1="line.at" :y2="line.at" x1="0" :x2="width" />
          <text v-for="line in meridians" :key="'mt' + line.name" :x="line.at + 4" :y="height - 6">{{ line.name }}</text>
          <text v-for="line in parallels" :key="'pt' + line.name" x="4" :y="line.at - 4">{{ line.name }}</text>
        </g>
        <g v-if="!isCovered" class="kit-map-towns">
          <text v-for="town in shownTowns" :key="town.name" :x="town.x" :y="town.y">{{ town.name }}</text>
        </g>
        <path v-if="pick" class="kit-map-cross" :d="'M' + (width / 2 - 12) + ' ' + height / 2 + 'h24M' + width / 2 + ' ' + (height / 2 - 12) + 'v24'" />
        <g class="kit-map-scale" :transform="'translate(' + (width - scale.pixels - 16) + ' 24)'">
          <path :d="'M0 -6V0H' + scale.pixels + 'V-6'" />
          <text :x="scale.pixels / 2" y="-8">{{ scale.name }}</text>
        </g>
      </svg>
      <div class="kit-map-ground" ref="ground" @pointerdown="grab" @pointermove="move" @pointerup="drop"
           @pointercancel="drop" @wheel="wheel"></div>
      <button v-for="pin in pins" :key="pin.key" type="button" class="kit-pin" :class="{'kit-pin-many': pin.points.length > 1}"
              :style="{left: pin.x + 'px', top: pin.y + 'px'}" :data-count="pin.points.length"
              :aria-label="pin.label" @click="open(pin, $event)"><span>{{ pin.text }}</span></button>
      <div class="kit-map-buttons">
        <button type="button" :aria-label="words.closer" :title="words.closer" @click="zoom(1)">+</button>
        <button type="button" :aria-label="words.farther" :title="words.farther" @click="zoom(-1)">−</button>
        <button v-if="pick" type="button" class="kit-map-whole" @click="choose({x: width / 2, y: height / 2})">{{ words.centre }}</button>
        <button v-else type="button" class="kit-map-whole" @click="fit">{{ words.whole }}</button>
      </div>
      <p v-if="isCovered && credit" class="kit-map-credit">{{ credit }}</p>
      <div v-if="shown" class="kit-map-popup" role="dialog" :aria-label="shown.label" ref="popup" tabindex="-1"
           :style="{left: shown.left + 'px', top: shown.top + 'px'}" @keydown.esc.stop="close">
        <button type="button" class="kit-map-close" :aria-label="words.close" @click="close">×</button>
        <ul>
          <li v-for="point in shown.points" :key="point.id">
            <a v-if="point.href" class="kit-link" :href="point.href">{{ point.label }}</a>
            <strong v-else>{{ point.label }}</strong>
            <span v-if="point.state" class="kit-state">{{ point.state }}</span>
          </li>
        </ul>
      </div>
    </div>`,
  props: { points: Array, towns: Array, words: Object, pick: Boolean, tiles: String, credit: String },
  emits: ["pick"],
  data: () => ({ x: 0.5, y: 0.5, z: 4, width: 0, height: 0, opened: null, came: {}, held: {}, pressed: null, opener: null }),
  mounted() {
    this.watcher = new ResizeObserver(() => this.measure());
    this.watcher.observe(this.$el);
    this.measure();
    document.addEventListener("securitypolicyviolation", this.refused);
  },
  unmounted() {
    this.watcher.disconnect();
    document.removeEventListener("securitypolicyviolation", this.refused);
  },
  computed: {
    pixels() {
      return WORLD * 2 ** this.z;
    },
    meridians() {
      return this.lines(lonOf(this.x - this.width / 2 / this.pixels), lonOf(this.x + this.width / 2 / this.pixels), 180)
        .map((lon) => ({ name: this.degrees(lon), at: this.toX(lon) }));
    },
    parallels() {
      return this.lines(latOf(this.y + this.height / 2 / this.pixels), latOf(this.y - this.height / 2 / this.pixels), 85)
        .map((lat) => ({ name: this.degrees(lat), at: this.toY(lat) }));
    },
    step() {
      const wanted = (90 / this.pixels) * 360; // degrees between lines some 90 pixels apart
      return STEPS.find((step) => step >= wanted) ?? STEPS.at(-1);
    },
    scale() {
      const metres = (EQUATOR * Math.cos((latOf(this.y) * Math.PI) / 180)) / this.pixels;
      const length = LENGTHS.filter((wanted) => wanted / metres <= 140).at(-1) ?? LENGTHS[0];
      return { pixels: length / metres, name: length < 1e3 ? `${length} m` : `${length / 1e3} km` };
    },
    shownTowns() {
      return this.towns
        .map((town) => ({ name: town.name, x: this.toX(town.lon), y: this.toY(town.lat) }))
        .filter((town) => this.isSeen(town));
    },
    shownTiles() {
      if (!this.tiles || !this.width) return [];
      const z = limited(Math.round(this.z), 0, CLOSEST), count = 2 ** z, size = this.pixels / count;
      const left = this.x * this.pixels - this.width / 2, top = this.y * this.pixels - this.height / 2;
      const found = [];
      for (let y = Math.max(0, Math.floor(top / size)); y < count && y * size < top + this.height; y++)
        for (let x = Math.max(0, Math.floor(left / size)); x < count && x * size < left + this.width; x++)
          found.push({
            address: this.tiles.replace("{z}", z).replace("{x}", x).replace("{y}", y),
            style: { left: `${x * size - left}px`, top: `${y * size - top}px`, width: `${size}px`, height: `${size}px` },
          });
      return found;
    },
    isCovered() {
      return this.shownTiles.some((tile) => this.came[tile.address]);
    },
    pins() {
      const pins = [];
      for (const point of this.points) {
        const x = this.toX(point.lon), y = this.toY(point.lat);
        const near = pins.find((pin) => Math.hypot(pin.x - x, pin.y - y) < PIN);
        if (near) near.points.push(point);
        else pins.push({ key: point.id, x, y, points: [point] });
      }
      return pins.filter((pin) => this.isSeen(pin)).map((pin) => ({ ...pin, ...this.said(pin.points) }));
    },
    shown() {
      if (!this.opened) return null;
      const points = this.points.filter((point) => this.opened.includes(point.id));
      if (!points.length) return null;
      const x = this.toX(points[0].lon), y = this.toY(points[0].lat);
      const left = limited(x + 20, 8, Math.max(8, this.width - 288));
      const top = limited(y - 20, 8, Math.max(8, this.height - 160));
      return { points, label: this.said(points).label, left, top };
    },
  },
  methods: {
    toX(lon) {
      return (east(lon) - this.x) * this.pixels + this.width / 2;
    },
    toY(lat) {
      return (south(lat) - this.y) * this.pixels + this.height / 2;
    },
    isSeen({ x, y }) {
      return x > -PIN && y > -PIN && x < this.width + PIN && y < this.height + PIN;
    },
    lines(low, high, limit) {
      const found = [];
      const first = Math.ceil(Math.max(low, -limit) / this.step);
      for (let n = first; n * this.step <= Math.min(high, limit) && found.length < 60; n++) found.push(n * this.step);
      return found;
    },
    degrees(value) {
      return `${value.toFixed(this.step < 0.01 ? 3 : this.step < 0.1 ? 2 : this.step < 1 ? 1 : 0)}°`;
    },
    said(points) {
      if (points.length > 1)
        return {
          text: this.words.count.replace("{count}", points.length),
          label: this.words.many.replace("{count}", points.length),
        };
      return { text: points[0].number, label: `${points[0].number} ${points[0].label}` };
    },
    // A page that was open when the map got its background was not told that it may fetch that.
    refused(event) {
      const known = `kit-tiles ${this.tiles}`;
      if (!this.tiles?.startsWith(new URL(event.blockedURI, location).origin)) return;
      if (sessionStorage.getItem(known)) return;
      sessionStorage.setItem(known, "asked");
      location.reload();
    },
    measure() {
      const unseen = !this.width;
      this.width = this.$el.clientWidth;
      this.height = this.$el.clientHeight;
      if (unseen && this.width) this.fit();
    },
    fit() {
      this.show(this.points.length ? this.points : this.towns, this.points.length ? 15 : 10);
    },
    show(points, closest) {
      if (!points.length) return Object.assign(this, { x: east(137), y: south(37.5), z: 4.5 });
      const xs = points.map((point) => east(point.lon)), ys = points.map((point) => south(point.lat));
      const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      const room = [(this.width - 96) / (right - left), (this.height - 120) / (bottom - top)];
      this.x = (left + right) / 2;
      this.y = (top + bottom) / 2;
      this.z = limited(Math.log2(Math.max(1, Math.min(...room)) / WORLD), 1, closest);
    },
    zoom(by, at = { x: this.width / 2, y: this.height / 2 }) {
      const before = this.pixels;
      this.z = limited(this.z + by, 1, CLOSEST);
      this.x += (at.x - this.width / 2) * (1 / before - 1 / this.pixels);
      this.y = limited(this.y + (at.y - this.height / 2) * (1 / before - 1 / this.pixels), 0, 1);
    },
    pan(right, down) {
      this.x = limited(this.x + right / this.pixels, 0, 1);
      this.y = limited(this.y + down / this.pixels, 0, 1);
    },
    press(event) {
      const far = 80;
      const moves = {
        ArrowLeft: () => this.pan(-far, 0),
        ArrowRight: () => this.pan(far, 0),
        ArrowUp: () => this.pan(0, -far),
        ArrowDown: () => this.pan(0, far),
        "+": () => this.zoom(1),
        "-": () => this.zoom(-1),
      };
      if (event.ctrlKey || event.metaKey || event.altKey || !moves[event.key]) return;
      if (event.target.closest(".kit-map-popup")) return;
      event.preventDefault();
      moves[event.key]();
    },
    // The wheel alone scrolls the page; with Ctrl, as a touchpad says pinching, it moves the map.
    wheel(event) {
      if (!event.ctrlKey && document.activeElement !== this.$el) return;
      event.preventDefault();
      this.zoom(-event.deltaY / 240, { x: event.offsetX, y: event.offsetY });
    },
    grab(event) {
      this.$el.focus({ preventScroll: true });
      this.$refs.ground.setPointerCapture(event.pointerId);
      this.held[event.pointerId] = { x: event.offsetX, y: event.offsetY };
      this.pressed = Object.keys(this.held).length === 1 ? this.held[event.pointerId] : null;
    },
    move(event) {
      const from = this.held[event.pointerId];
      if (!from) return;
      const to = { x: event.offsetX, y: event.offsetY };
      const other = Object.entries(this.held).find(([id]) => id !== String(event.pointerId))?.[1];
      if (other) {
        const apart = (point) => Math.max(16, Math.hypot(point.x - other.x, point.y - other.y));
        this.zoom(Math.log2(apart(to) / apart(from)), { x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 });
      } else this.pan(from.x - to.x, from.y - to.y);
      this.held[event.pointerId] = to;
    },
    drop(event) {
      delete this.held[event.pointerId];
      const at = { x: event.offsetX, y: event.offsetY };
      const still = this.pressed && Math.hypot(at.x - this.pressed.x, at.y - this.pressed.y) < 6;
      if (this.pick && still && event.type === "pointerup") this.choose(at);
    },
    choose({ x, y }) {
      const lat = latOf(this.y + (y - this.height / 2) / this.pixels);
      this.$emit("pick", { lat, lon: lonOf(this.x + (x - this.width / 2) / this.pixels) });
    },
    open(pin, event) {
      if (this.pick) return;
      const apart = pin.points.some((point) => point.lat !== pin.points[0].lat || point.lon !== pin.points[0].lon);
      if (pin.points.length > 1 && apart && this.z < CLOSEST) {
        const before = this.z;
        this.show(pin.points, CLOSEST);
        this.z = limited(this.z, Math.min(before + 1, CLOSEST), CLOSEST);
        this.$el.focus({ preventScroll: true });
        return;
      }
      this.opener = event.currentTarget;
      this.opened = pin.points.map((point) => point.id);
      this.$nextTick(() => (this.$refs.popup?.querySelector("a") ?? this.$refs.popup)?.focus());
    },
    close() {
      this.opened = null;
      (this.opener?.isConnected ? this.opener : this.$el).focus();
    },
  },
};
