import { useMessages } from '@yimen/ui';
import { Spin } from 'antd';
import { useEffect, useState, type JSX } from 'react';
import { useScan, type Scan } from './api.ts';

const messages = {
  none: { zh: '未上传扫描件', en: 'No scan' },
  kept: { zh: '扫描件已存，收件后可在案卷中查看', en: 'The scan is stored; it can be seen in the case after filing' },
  unshown: { zh: '此类文件不在页面内显示', en: 'This kind of file is not shown here' },
  failed: { zh: '扫描件读取失败', en: 'The scan could not be read' },
  loading: { zh: '正在读取扫描件', en: 'Reading the scan' },
  scan: { zh: '《{name}》扫描件', en: 'Scan of {name}' },
};

/** Only these are shown, under their own type: an uploaded page with scripts must never run in the desk's origin. */
const SHOWN = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/bmp'];

function useObjectUrl(blob: Blob | null | undefined, mediaType: string): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (blob === null || blob === undefined || !SHOWN.includes(mediaType)) {
      setUrl(undefined);
      return undefined;
    }
    const made = URL.createObjectURL(new Blob([blob], { type: mediaType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob, mediaType]);
  return url;
}

function Empty({ text }: { readonly text: string }): JSX.Element {
  return <div className="preview preview--empty">{text}</div>;
}

/** A scan as image or PDF, left of the points it is checked against. */
export function Preview({ scan, name }: { readonly scan: Scan | undefined; readonly name: string }): JSX.Element {
  const t = useMessages(messages);
  const bytes = useScan(scan);
  const url = useObjectUrl(bytes.data, scan?.mediaType ?? '');
  if (scan === undefined) return <Empty text={t('none')} />;
  if (bytes.isPending) return <Spin className="preview preview--empty" aria-label={t('loading')} />;
  if (bytes.isError) return <Empty text={t('failed')} />;
  if (bytes.data === null) return <Empty text={t('kept')} />;
  if (url === undefined) return <Empty text={t('unshown')} />;
  const title = t('scan', { name });
  if (scan.mediaType === 'application/pdf') return <iframe className="preview" src={url} title={title} />;
  return (
    <div className="preview" role="region" aria-label={title} tabIndex={0}>
      <img src={url} alt={title} />
    </div>
  );
}
