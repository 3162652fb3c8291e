// Reads pages for policyx with PP-OCRv4 (npm install @gutenye/ocr-node@1.4.8): see ocr.md beside this folder.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import '@gutenye/ocr-node' // its models and runtime

const package_ = (name, path) => new URL(path, import.meta.resolve(name)) // a file of a package
const { Detection, Recognition } = await import(package_('@gutenye/ocr-common', './models/index.js'))

const options = { onnxOptions: { intraOpNumThreads: 1, interOpNumThreads: 1 } } // policyx runs one for each worker
const detection = await Detection.create(options)
const recognition = await Recognition.create(options)
const version = JSON.parse(readFileSync(package_('@gutenye/ocr-node', '../package.json'))).version

const say = (what) => process.stdout.write(JSON.stringify(what) + '\n')

// A line by itself: read together, lines at one height are joined, and the cells of a table with them.
async function read(path) {
  const lines = []
  for (const image of await detection.run(path)) {
    for (const { text, mean, box } of await recognition.run([image])) {
      const xs = box.map((p) => p[0]), ys = box.map((p) => p[1])
      lines.push({ text, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], confidence: Math.min(1, mean) })
    }
  }
  return lines
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line)
  if (asked.policyx) say({ engine: 'ppocr-v4', version, dpi: 150 })
  else {
    try {
      say({ lines: await read(asked.image) })
    } catch (error) {
      say({ error: String(error) })
    }
  }
}
process.exit(0)
