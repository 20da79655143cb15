// Sets pictures beside each other on one ground and brings their colours down to 64, so that they are small files.
// `panels`: {url, x, y, width, height, round} in the pixels of the picture. Gives {palette, pixels in base64}.
async ({ width, height, ground, panels }) => {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.fillStyle = ground;
  pen.fillRect(0, 0, width, height);
  for (const panel of panels) {
    const image = await createImageBitmap(await (await fetch(panel.url)).blob());
    const outline = new Path2D();
    outline.roundRect(panel.x, panel.y, panel.width, panel.height, panel.round);
    pen.save();
    pen.clip(outline);
    pen.drawImage(image, panel.x, panel.y);
    pen.restore();
    if (panel.round) {
      pen.strokeStyle = "#7b848e";
      pen.lineWidth = 2;
      pen.stroke(outline);
    }
  }

  const { data } = pen.getImageData(0, 0, width, height);
  const shade = (at) => ((data[at] >> 3) << 10) | ((data[at + 1] >> 3) << 5) | (data[at + 2] >> 3);
  const sums = new Map(); // of the colours of each shade: red, green, blue, count
  for (let at = 0; at < data.length; at += 4) {
    const key = shade(at);
    const sum = sums.get(key) || sums.set(key, [0, 0, 0, 0]).get(key);
    sum[0] += data[at];
    sum[1] += data[at + 1];
    sum[2] += data[at + 2];
    sum[3] += 1;
  }
  const means = [...sums].sort((a, b) => b[1][3] - a[1][3] || a[0] - b[0])
    .map(([key, [red, green, blue, count]]) => [key, [red, green, blue].map((each) => Math.round(each / count))]);
  const distance = (a, b) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
  const palette = []; // the commonest of those that differ, so that a small mark keeps its own
  for (const [, colour] of means) {
    if (palette.length < 64 && palette.every((each) => distance(each, colour) > 150)) palette.push(colour);
  }
  const index = new Map(means.map(([key, colour]) => {
    let best = 0;
    palette.forEach((each, at) => { if (distance(each, colour) < distance(palette[best], colour)) best = at; });
    return [key, best];
  }));
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at++) pixels[at] = index.get(shade(4 * at));
  let text = "";
  for (let at = 0; at < pixels.length; at += 8192) text += String.fromCharCode(...pixels.subarray(at, at + 8192));
  return { palette, pixels: btoa(text) };
}
