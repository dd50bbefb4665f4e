// One block of Block Kit. What the page does not draw is named, so that nothing goes missing unseen.
import type { ContextBlock, ImageBlock, ImageElement, SectionBlock } from '@slack/types';
import { type JSX, useMemo } from 'react';
import type { Block } from '../../page-api.ts';
import { parseMarkdown } from '../text/parse-markdown.ts';
import { parseRichText } from '../text/parse-rich-text.ts';
import { toSafeUrl } from '../text/safe-url.ts';
import { TextView } from '../text/text-view.tsx';
import { toPlain } from '../text/to-plain.ts';
import { ElementView } from './element-view.tsx';
import { InputBlockView } from './input-block.tsx';
import { TextObjectView } from './text-object.tsx';
import { toTableNode } from './to-table-node.ts';

/** Pictures from elsewhere are never loaded: their description stands for them, as a link. */
function ImageStandIn({ image }: { readonly image: ImageElement | ImageBlock }): JSX.Element {
  const url = 'image_url' in image && image.image_url !== undefined ? toSafeUrl(image.image_url) : null;
  const text = `Image: ${image.alt_text}`;
  if (url === null) return <span className="image-stand-in">{text}</span>;
  return (
    <a className="image-stand-in" href={url} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}

function SectionView({ block }: { readonly block: SectionBlock }): JSX.Element {
  const { accessory } = block;
  return (
    <div className={accessory === undefined ? 'section' : 'section with-accessory'}>
      <div className="section-text">
        {block.text !== undefined && <TextObjectView text={block.text} />}
        {block.fields !== undefined && (
          <div className="section-fields">
            {block.fields.map((field, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fields have no identity but their place.
              <TextObjectView key={index} text={field} />
            ))}
          </div>
        )}
      </div>
      {accessory?.type === 'image' && <ImageStandIn image={accessory} />}
      {accessory !== undefined && accessory.type !== 'image' && (
        <ElementView element={accessory} blockId={block.block_id ?? ''} />
      )}
    </div>
  );
}

function ContextView({ block }: { readonly block: ContextBlock }): JSX.Element {
  return (
    <div className="context">
      {block.elements.map((element, index) => {
        const key = `${element.type} ${index}`;
        return element.type === 'image' ? (
          <ImageStandIn key={key} image={element} />
        ) : (
          <TextObjectView key={key} text={element} />
        );
      })}
    </div>
  );
}

function MarkdownView({ text }: { readonly text: string }): JSX.Element {
  return <TextView nodes={useMemo(() => parseMarkdown(text), [text])} />;
}

export function BlockView({ block }: { readonly block: Block }): JSX.Element {
  switch (block.type) {
    case 'section':
      return <SectionView block={block} />;
    case 'context':
      return <ContextView block={block} />;
    case 'header':
      return <h3 className="block-header">{toPlain(block.text.text)}</h3>;
    case 'divider':
      return <hr />;
    case 'markdown':
      return <MarkdownView text={block.text} />;
    case 'rich_text':
      return <TextView nodes={parseRichText(block)} />;
    case 'actions':
    case 'context_actions':
      return (
        <div className="actions">
          {block.elements.map((element, index) => (
            <ElementView key={element.action_id ?? index} element={element} blockId={block.block_id ?? ''} />
          ))}
        </div>
      );
    case 'input':
      return <InputBlockView block={block} />;
    case 'table':
      return <TextView nodes={[toTableNode(block)]} />;
    case 'image':
      return <ImageStandIn image={block} />;
    case 'alert':
      return (
        <div className="alert-block" data-level={block.level ?? 'default'}>
          <TextObjectView text={block.text} />
        </div>
      );
    case 'card':
    case 'carousel':
    case 'container':
    case 'data_table':
    case 'file':
    case 'plan':
    case 'task_card':
    case 'video':
      break;
  }
  return <p className="not-drawn">A block of the type “{block.type}” is not drawn here.</p>;
}
