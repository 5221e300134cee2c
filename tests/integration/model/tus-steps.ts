// The steps of the tus protocol one by one, for what no client does by itself: lines cut at a byte, lengths told late.

import { request } from 'node:http'
import { type CityUploads, MODELS_PATH, UPLOAD_PATH } from '../../../shared/model/progress.ts'

export const base64 = (text: string) => Buffer.from(text).toString('base64')

export async function roomOf(origin: string): Promise<CityUploads> {
  const response = await fetch(`${origin}${MODELS_PATH}/qingdao`, { headers: { 'x-city': 'qingdao' } })
  return ((await response.json()) as { value: CityUploads }).value
}

export async function create(origin: string, headers: Record<string, string>, city = 'qingdao', more = '') {
  const metadata = `city ${base64(city)},filename ${base64('a.glb')}${more}`
  const response = await fetch(origin + UPLOAD_PATH, {
    method: 'POST',
    headers: { 'Tus-Resumable': '1.0.0', 'x-city': city, 'Upload-Metadata': metadata, ...headers },
  })
  const text = await response.text()
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    body: text.startsWith('{') ? (JSON.parse(text) as { code: string }) : null,
  }
}

export async function patch(url: string, bytes: Uint8Array, headers: Record<string, string>) {
  const response = await fetch(url, {
    method: 'PATCH',
    headers: {
      'Tus-Resumable': '1.0.0',
      'x-city': 'qingdao',
      'content-type': 'application/offset+octet-stream',
      ...headers,
    },
    body: new Uint8Array(bytes),
  })
  const text = await response.text()
  return { status: response.status, body: text.startsWith('{') ? (JSON.parse(text) as { code: string }) : null }
}

export async function head(url: string): Promise<number> {
  const response = await fetch(url, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0', 'x-city': 'qingdao' } })
  return Number(response.headers.get('upload-offset'))
}

/** Sends the first bytes of a longer body, waits until they are kept, then breaks the line. */
export async function cutOff(url: string, first: Uint8Array, whole: number): Promise<void> {
  const sending = request(url, {
    method: 'PATCH',
    headers: {
      'Tus-Resumable': '1.0.0',
      'x-city': 'qingdao',
      'content-type': 'application/offset+octet-stream',
      'Upload-Offset': '0',
      'content-length': whole,
    },
  })
  sending.on('error', () => {})
  await new Promise<void>((resolve) => sending.write(first, () => resolve()))
  await new Promise((resolve) => setTimeout(resolve, 300))
  const gone = new Promise((resolve) => sending.once('close', resolve))
  sending.destroy()
  await gone
}
